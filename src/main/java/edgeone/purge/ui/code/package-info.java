/** An API call as code, in a language that is chosen. On the JavaFX thread; written elsewhere. */
@NullMarked
package edgeone.purge.ui.code;

import org.jspecify.annotations.NullMarked;
