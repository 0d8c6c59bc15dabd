/**
 * What a person fills in: type, method, targets and domains. Each part of the form is a {@link
 * edgeone.purge.ui.purge.form.FormPart} of its own; {@link edgeone.purge.ui.purge.form.PurgeForm}
 * holds what was entered and knows no controls. Used on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.purge.form;

import org.jspecify.annotations.NullMarked;
