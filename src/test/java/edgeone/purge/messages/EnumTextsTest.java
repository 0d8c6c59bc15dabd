package edgeone.purge.messages;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.run.Progress;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.targets.TargetList;
import edgeone.purge.ui.purge.Action;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the end of a key is the name of a constant, every constant has its text. */
final class EnumTextsTest {
    static Stream<Arguments> keys() {
        return Stream.of(
                keys("window.pause.", Progress.Reason.class, Enum::name),
                keys("engine.waiting.", Progress.Reason.class, Enum::name),
                keys("window.blocked.", Action.Reason.class, Enum::name),
                keys("window.type.", PurgeType.class, PurgeType::wireName),
                keys("window.typeLine.", PurgeType.class, PurgeType::wireName),
                keys("window.method.", PurgeMethod.class, PurgeMethod::wireName),
                keys("window.job.", JobState.class, JobState::label),
                keys("window.target.", TargetState.class, TargetState::label),
                keys("window.batch.", BatchState.class, BatchState::label),
                keys("targets.problem.", TargetList.ProblemKind.class, Enum::name),
                keys("targets.rewrite.", TargetList.RewriteKind.class, Enum::name),
                keys("targets.remark.", TargetList.RemarkKind.class, Enum::name),
                keys("probe.verdict.", Verdict.Kind.class, Verdict.Kind::label),
                keys("probe.meaning.", Verdict.Kind.class, Verdict.Kind::label));
    }

    private static <E extends Enum<E>> Arguments keys(
            String start, Class<E> type, Function<E, String> end) {
        return Arguments.of(
                start, Arrays.stream(type.getEnumConstants()).map(end).map(start::concat).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void everyConstantHasAText(String start, List<String> keys) {
        for (Language language : Language.values()) {
            assertThat(keys).as(start).allMatch(Messages.in(language)::has);
        }
    }
}
