// The styles of every window, in cascade order. Import this before the styles of a page.
import '@fontsource-variable/inter/opsz.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/buttons.css';
import '../styles/fields.css';
import '../styles/overlays.css';
import '../styles/blocks.css';
import '../styles/contrast.css';
