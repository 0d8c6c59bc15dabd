/**
 * Everything a person reads, in English and Simplified Chinese. One bundle a topic in resources
 * beside this package; keys are hierarchical ({@code purge.plan.duplicates}), patterns are those of
 * {@link java.text.MessageFormat}, counts in them as decision 7 says. In Chinese the journal is
 * 历史记录 and the log 日志. What others wrote is shown as {@link VisibleText} says, in texts and beside
 * them. Immutable; may be used from any thread and by any package above the model.
 */
@NullMarked
package edgeone.purge.messages;

import org.jspecify.annotations.NullMarked;
