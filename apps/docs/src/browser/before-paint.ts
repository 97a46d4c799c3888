import './theme.ts';
import './defer-layout.ts';
import './stored-language.ts';
import './load-later.ts';
