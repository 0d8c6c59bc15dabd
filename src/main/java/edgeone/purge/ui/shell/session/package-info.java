/**
 * What the window is signed in to: the account, its zones, the chosen zone and what EdgeOne says
 * about it. Shared by all screens, knows no controls. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.shell.session;

import org.jspecify.annotations.NullMarked;
