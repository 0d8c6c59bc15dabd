/** Replies of EdgeOne: read strictly, field by field, into records. */
@NullMarked
package edgeone.purge.teo.reply;

import org.jspecify.annotations.NullMarked;
