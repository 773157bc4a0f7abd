// The styles of every window, in the order of their cascade. Imported before any component: those bring their own.
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/widgets.css';
