import './theme.ts';
import './defer-layout.ts';
