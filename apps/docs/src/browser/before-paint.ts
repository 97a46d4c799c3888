import './theme.ts';
import './defer-layout.ts';
import './load-later.ts';
