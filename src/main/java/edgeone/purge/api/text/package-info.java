/** What the description says against a request, in words. Immutable, and safe on any thread. */
@NullMarked
package edgeone.purge.api.text;

import org.jspecify.annotations.NullMarked;
