package edgeone.purge.ui.shortcuts;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;

import edgeone.purge.ProgramClasses;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import javafx.scene.input.KeyCombination;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of actions is the only place that knows keys, and all of it is bound. */
final class WindowActionTest {
    private static final JavaClasses PROGRAM = ProgramClasses.withoutLibraries();
    private static final String HERE = WindowAction.class.getPackageName();
    private static final Set<String> KEYS =
            Set.of(
                    "javafx.scene.input.KeyCode",
                    "javafx.scene.input.KeyCombination",
                    "javafx.scene.input.KeyCodeCombination",
                    "javafx.scene.input.KeyCharacterCombination",
                    "javafx.scene.input.Mnemonic",
                    "jfx.incubator.scene.control.input.KeyBinding");

    /** The tour presses keys, as a person does. */
    @Test
    void noKeyIsBoundPastTheTable() {
        noClasses()
                .that()
                .resideOutsideOfPackages(HERE, "edgeone.purge.ui.tour")
                .should()
                .dependOnClassesThat(
                        describe("are keys", (JavaClass c) -> KEYS.contains(c.getFullName())))
                .check(PROGRAM);
    }

    @Test
    void everyActionOfTheTableIsTaken() {
        Set<String> used =
                PROGRAM.stream()
                        .filter(c -> !c.isEquivalentTo(WindowAction.class))
                        .flatMap(c -> c.getFieldAccessesFromSelf().stream())
                        .filter(a -> a.getTargetOwner().isEquivalentTo(WindowAction.class))
                        .map(JavaFieldAccess::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Arrays.stream(WindowAction.values()).filter(a -> a.screen() == 0))
                .extracting(WindowAction::name)
                .allMatch(used::contains);
    }

    /** Where two are at work at once, a key must not mean both. */
    @Test
    void noKeyMeansTwoThingsInOnePlace() {
        for (Scope scope : EnumSet.of(Scope.PURGE, Scope.HISTORY)) {
            List<KeyCombination> keys =
                    Arrays.stream(WindowAction.values())
                            .filter(a -> a.scope() == scope || a.scope() == Scope.WINDOW)
                            .flatMap(a -> a.keys().stream())
                            .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyActionHasAnIdAndANameInBothLanguages() {
        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            for (WindowAction action : WindowAction.values()) {
                assertThat(messages.has(action.messageKey())).as(action.messageKey()).isTrue();
                assertThat(messages.has(action.scope().messageKey())).isTrue();
            }
        }
        assertThat(WindowAction.GO_TO_LINE.id()).isEqualTo("go-to-line");
    }

    @Test
    void screensHaveTheFirstEightDigits() {
        assertThat(WindowAction.ofScreen(1)).contains(WindowAction.SCREEN_1);
        assertThat(WindowAction.ofScreen(8)).contains(WindowAction.SCREEN_8);
        assertThat(WindowAction.ofScreen(9)).isEmpty();
        assertThat(WindowAction.ofScreen(0)).isEmpty();
    }
}
