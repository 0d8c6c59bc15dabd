package edgeone.purge.emulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class FaultPlanTest {
    private static final String CREATE = "CreatePurgeTask";

    @Test
    void readsRules() {
        FaultPlan plan =
                FaultPlan.parse(
                        "CreatePurgeTask:lose-reply@p=0.25; *:reject=domain not valid@every=100;"
                                + "status=503@first=2;clock=-10800;visible=2.5;half");
        assertThat(plan.rules())
                .containsExactly(
                        new FaultRule(CREATE, FaultKind.DROP, true, "", new When.Chance(0.25)),
                        new FaultRule(
                                "*",
                                FaultKind.REJECT,
                                false,
                                "domain not valid",
                                new When.Every(100)),
                        new FaultRule("*", FaultKind.STATUS, false, "503", new When.First(2)),
                        new FaultRule("*", FaultKind.CLOCK, false, "-10800", new When.Always()),
                        new FaultRule("*", FaultKind.VISIBLE, false, "2.5", new When.Always()),
                        new FaultRule("*", FaultKind.HALF, true, "", new When.Always()));
        assertThat(plan.clockOffset()).isEqualTo(Duration.ofHours(-3));
        assertThat(plan.visibility()).contains(Duration.ofMillis(2_500));
        assertThat(FaultPlan.parse("")).isEqualTo(FaultPlan.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explode",
                "status",
                "status=bad",
                "drop=3",
                "reject",
                "row=gone",
                "failed-list=empty",
                "half-after-after",
                "deny-after",
                "drop@p=2",
                "drop@nth=0",
                "drop@sometimes=1",
                "drop@nth=1.2.3",
                "DescribeEverything:drop"
            })
    void reportsWhatIsWrongAndTheGrammar(String spec) {
        assertThatThrownBy(() -> FaultPlan.parse("slow=1;" + spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a fault: \"" + spec + "\"; a specification is RULE");
    }

    @Test
    void everyWordOfTheGrammarIsKnown() {
        String message = "";
        try {
            FaultPlan.parse("?");
        } catch (IllegalArgumentException e) {
            message = e.getMessage();
        }
        for (FaultKind kind : FaultKind.values()) {
            assertThat(message).containsPattern("[ ;]" + kind.word() + "\\b");
        }
    }

    @Test
    void countsAndChancesFollowTheSeed() {
        assertThat(strikes("drop@nth=3", 1)).containsExactly(3);
        assertThat(strikes("drop@every=4", 1)).containsExactly(4, 8, 12);
        assertThat(strikes("drop@first=2", 1)).containsExactly(1, 2);
        assertThat(strikes("DescribeZones:drop", 1)).isEmpty();
        List<Integer> drawn = strikes("drop@p=0.5", 7);
        assertThat(drawn).hasSizeBetween(1, 11).isEqualTo(strikes("drop@p=0.5", 7));
        assertThat(drawn).isNotEqualTo(strikes("drop@p=0.5", 8));
    }

    private static List<Integer> strikes(String spec, long seed) {
        var dice = new FaultDice(FaultPlan.parse(spec), seed);
        List<Integer> strikes = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            if (dice.reply(CREATE, false).isPresent()) {
                strikes.add(i);
            }
        }
        return strikes;
    }
}
