package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.origin.OldBytes;
import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What is done before and after a purge: the ticks in the form, and how far each step is. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
final class StepsFxTest {
    private static final String PAGE = "http://www.example.com/a.txt";

    @TempDir Path home;

    private LiveConsole live;
    private ConsoleWindow console;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        live = LiveConsole.of(home);
        console =
                ConsoleWindow.open(
                        live.parts(
                                new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_024, 640)),
                        stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    /** By keyboard alone: the ticks, the steps one after the other, and the way to the prefetch. */
    @Test
    void tickedStepsAreDoneInTheirOrderAndLeadToThePrefetch(FxRobot robot) {
        fillIn(robot);
        robot.interact(() -> robot.lookup("#purge-note").query().requestFocus());
        for (String tick : List.of("#origin-check", "#then-prefetch", "#verify")) {
            robot.type(KeyCode.TAB);
            Robots.waitFor(robot, tick, Node::isFocused);
            robot.type(KeyCode.SPACE);
        }
        Robots.waitFor(robot, "#reason", r -> text(r).startsWith("Enter the origin"));
        assertThat(Robots.button(robot, "#go").isDisabled()).isTrue();
        robot.type(KeyCode.TAB);
        Robots.waitFor(robot, "#origin-place", Node::isFocused);
        robot.write(origin());
        robot.type(KeyCode.TAB);
        Robots.waitFor(robot, "#origin-old", Node::isFocused);
        Robots.waitFor(
                robot,
                "#plan-then-prefetch",
                l -> text(l).matches("Then prefetches 1 URL\\. .* left today, .* afterwards\\."));
        assertFits("steps-form-light-en");
        Robots.waitFor(robot, "#go", b -> text(b).startsWith("Purge 1 URL"));
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        for (String step : List.of("check-origin", "probe", "purge", "prefetch", "verify")) {
            Robots.waitFor(robot, "#step-" + step, s -> is(s, "done"));
        }
        assertThat(text(robot.lookup("#run-origin").query()))
                .isEqualTo("The origin has new content for the target.");
        assertFits("steps-run-light-en");
        Robots.waitFor(robot, "#run-next", Node::isVisible);
        robot.interact(() -> robot.lookup("#run-next").query().requestFocus());
        robot.type(KeyCode.SPACE);
        Robots.waitFor(robot, "#link-purge", Node::isVisible);
        assertThat(live.history().jobs(JobFilter.ALL, 2))
                .extracting(job -> job.job().type())
                .containsExactly(PurgeType.PREFETCH, PurgeType.URL);
        assertThat(robot.lookup("#link-parent").tryQuery()).as("it is no retry").isEmpty();
        robot.interact(() -> fire(robot, "#link-purge"));
        Robots.waitFor(robot, "#link-prefetch", Node::isVisible);
        Robots.waitFor(robot, ".job-side #step-verify", s -> is(s, "done"));
        assertThat(robot.lookup(".job-side #step-purge").query().getAccessibleText())
                .startsWith("Purge: done");
        assertFits("steps-history-light-en");
        robot.interact(() -> console.window().changeTheme(Theme.DARK));
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        Robots.waitFor(
                robot, ".job-side #step-prefetch", s -> s.getAccessibleText().startsWith("预热：已完成"));
        assertFits("steps-history-dark-zh");
    }

    @Test
    void oldBytesAtTheOriginSendNothingUnlessThatIsChosen(FxRobot robot) throws IOException {
        fillTheEdge();
        fillIn(robot);
        checkOrigin(robot, OldBytes.STOP);
        robot.interact(() -> Robots.button(robot, "#go").fire());
        Robots.waitFor(robot, "#run-headline", h -> text(h).startsWith("Nothing was sent."));
        Robots.waitFor(robot, "#step-check-origin", s -> is(s, "failed"));
        assertThat(robot.lookup("#step-purge").query().getStyleClass()).contains("step-not_done");
        assertThat(said(robot))
                .anyMatch(t -> t.contains("still serves the same bytes") && t.contains(PAGE));
        assertThat(robot.lookup("#step-check-origin").query().getAccessibleText())
                .startsWith("Check origin: failed");
        assertThat(live.edgeOne().accepted()).isEmpty();
        assertFits("origin-old-light-en");
        robot.interact(
                () ->
                        robot.lookup("#origin-old")
                                .<ComboBox<OldBytes>>query()
                                .setValue(OldBytes.SEND));
        robot.interact(() -> Robots.button(robot, "#go").fire());
        Robots.waitFor(robot, "#run-origin", l -> text(l).endsWith("Purged anyway, as chosen."));
        Robots.waitFor(robot, "#step-purge", s -> is(s, "done"));
        assertThat(live.edgeOne().accepted()).hasSize(1);
    }

    @Test
    void waitingForTheOriginCanBeCanceled(FxRobot robot) throws IOException {
        fillTheEdge();
        fillIn(robot);
        checkOrigin(robot, OldBytes.WAIT);
        robot.interact(() -> Robots.button(robot, "#go").fire());
        Robots.waitFor(robot, "#run-pause", l -> text(l).startsWith("Asking the origin again in"));
        assertThat(text(robot.lookup("#run-origin").query()))
                .isEqualTo("At the origin: still old 1, unknown 0, new 0");
        assertThat(is(robot.lookup("#step-check-origin").query(), "running")).isTrue();
        assertThat(is(robot.lookup("#step-purge").query(), "waiting")).isTrue();
        robot.interact(() -> console.window().changeTheme(Theme.DARK));
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        Robots.waitFor(robot, "#run-cancel", b -> text(b).equals("取消清除"));
        assertFits("origin-wait-dark-zh");
        robot.interact(() -> Robots.button(robot, "#run-cancel").fire());
        Robots.waitFor(robot, "#run-headline", h -> text(h).startsWith("检查源站时已取消"));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        assertThat(live.edgeOne().accepted()).isEmpty();
        assertThat(live.history().size()).isZero();
    }

    @Test
    void otherTypesOfferNone(FxRobot robot) {
        fillIn(robot);
        robot.interact(() -> tick(robot, "#origin-check").setSelected(true));
        Robots.waitFor(robot, "#origin-place", Node::isVisible);
        robot.interact(() -> fire(robot, "#type-purge_prefix"));
        for (String gone : List.of("#origin-check", "#then-prefetch", "#verify", "#origin-place")) {
            Robots.waitUntil(() -> Robots.isHidden(robot, gone));
        }
        assertThat(text(robot.lookup("#reason").query())).doesNotContain("origin");
    }

    private void assertFits(String picture) {
        new Screenshots(stage).take(picture);
        assertThat(Clipped.in(stage.getScene().getRoot())).as(picture).isEmpty();
    }

    private void fillIn(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> text(r).startsWith("Paste the URLs"));
        robot.interact(() -> Robots.setTargets(robot, List.of(PAGE)));
        Robots.waitFor(robot, "#go", b -> text(b).startsWith("Purge 1 URL"));
    }

    private void checkOrigin(FxRobot robot, OldBytes old) {
        robot.interact(() -> tick(robot, "#origin-check").setSelected(true));
        Robots.waitFor(robot, "#origin-place", Node::isVisible);
        robot.interact(
                () -> {
                    robot.lookup("#origin-place").queryAs(TextField.class).setText(origin());
                    robot.lookup("#origin-old").<ComboBox<OldBytes>>query().setValue(old);
                });
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
    }

    private String origin() {
        return "127.0.0.1:" + live.edgeOne().origin().getPort();
    }

    /** Has an edge fetch the page, as its visitors do. */
    private void fillTheEdge() throws IOException {
        URI edge = live.edgeOne().edgeNodes().getFirst();
        try (Socket socket = new Socket(edge.getHost(), edge.getPort())) {
            socket.getOutputStream()
                    .write(
                            ("GET /a.txt HTTP/1.1\r\nHost: www.example.com\r\n"
                                            + "Connection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("/a.txt of www.example.com");
        }
    }

    private static List<String> said(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    private static boolean is(Node step, String state) {
        return step.getStyleClass().contains("step-" + state);
    }

    private static String text(Node node) {
        return ((Labeled) node).getText();
    }

    private static void fire(FxRobot robot, String query) {
        robot.lookup(query).queryAs(ButtonBase.class).fire();
    }

    private static CheckBox tick(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(CheckBox.class);
    }
}
