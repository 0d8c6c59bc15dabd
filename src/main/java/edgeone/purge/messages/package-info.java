/**
 * Everything a person reads, in English and Simplified Chinese. One bundle per topic, in the
 * resources of this package; keys are hierarchical ({@code purge.plan.duplicates}), patterns are
 * those of {@link java.text.MessageFormat}, counts in them as decision 7 says. In Chinese the
 * journal is 历史记录 and the log 日志. Text from outside is shown as {@link VisibleText} defines, within
 * messages and elsewhere. Immutable and thread-safe; for any package above the model.
 */
@NullMarked
package edgeone.purge.messages;

import org.jspecify.annotations.NullMarked;
