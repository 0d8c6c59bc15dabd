package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealPreferences;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;
import edgeone.purge.ui.tour.Tour;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The tour completes in the real window, and its purge is in the journal. */
@ExtendWith(ApplicationExtension.class)
final class TourFxTest {
    @TempDir Path home;
    @TempDir Path userHome;
    @TempDir Path settingsHome;
    @TempDir Path server;

    private LiveConsole live;
    private LiveAccounts accounts;
    private RealPreferences preferences;
    private ConsoleWindow console;
    private TourTeam team;

    @Start
    void start(Stage stage) throws Exception {
        team = new TourTeam(server);
        live =
                new LiveConsole(
                        home, EmulatorOptions.defaults(), SafetyLevel.NORMAL, null, team.ports());
        team.work(live);
        accounts = new LiveAccounts(home, userHome, live);
        preferences = new RealPreferences(settingsHome);
        team.setUp(preferences.wiring().team().desk());
        console =
                ConsoleWindow.open(
                        live.parts(
                                        new WindowSettings(
                                                Theme.LIGHT, Language.ENGLISH, "", 1_180, 760))
                                .withAccounts(accounts.access())
                                .withPreferences(preferences.access())
                                .withTeam(preferences.wiring().team().desk())
                                .withEveryone(preferences.wiring().team()::everyone)
                                .withRequests(preferences.wiring().team().releasesQuietly()),
                        stage);
    }

    @AfterEach
    void close() throws Exception {
        preferences.close();
        accounts.close();
        live.close();
        team.close();
    }

    @Test
    void takesEveryPictureAndTheJournalHasTheJob() throws Exception {
        Path folder = Path.of("target", "tour");
        CompletableFuture<Optional<Exception>> ended = new CompletableFuture<>();
        Tour.take(
                console.window(), folder, trouble -> ended.complete(Optional.ofNullable(trouble)));
        assertThat(ended.get(600, TimeUnit.SECONDS)).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString().replaceFirst("^\\d+-", "")))
                    .contains(
                            "zones.png",
                            "purge.png",
                            "running.png",
                            "result.png",
                            "history.png",
                            "requests.png",
                            "sync.png",
                            "confirm.png",
                            "countdown.png",
                            "quota.png",
                            "fit.png",
                            "dark.png",
                            "chinese.png",
                            "account.png",
                            "settings.png",
                            "account-dark-chinese.png",
                            "settings-dark-chinese.png",
                            "team.png",
                            "team-dark-chinese.png",
                            "everyone.png",
                            "everyone-dark-chinese.png",
                            "purging-now.png",
                            "purging-now-dark-chinese.png",
                            "release.png",
                            "release-dark-chinese.png",
                            "doctor.png",
                            "fold.png",
                            "recipe.png",
                            "prefetch.png",
                            "prefetch-chinese.png",
                            "split.png",
                            "split-dark-chinese.png",
                            "zones-dark-chinese.png",
                            "find.png",
                            "go-to-line.png",
                            "palette.png",
                            "shortcuts.png",
                            "palette-dark-chinese.png",
                            "shortcuts-dark-chinese.png",
                            "row-menu.png",
                            "export.png",
                            "statistics.png",
                            "statistics-dark-chinese.png",
                            "statistics-table.png",
                            "verify.png",
                            "verdicts.png",
                            "verdicts-dark-chinese.png",
                            "steps-form.png",
                            "origin-check.png",
                            "origin-check-dark-chinese.png",
                            "steps-running.png",
                            "steps-dark-chinese.png",
                            "steps-history.png");
        }
        List<JobSummary> jobs = live.history().jobs(JobFilter.ALL, 1_000);
        assertThat(jobs).hasSize(4);
        assertThat(jobs.getLast().state()).isEqualTo(JobState.PARTLY_FAILED);
        assertThat(jobs.getLast().targets().total()).isEqualTo(1_237);
        assertThat(jobs.getLast().targets().rejected()).isEqualTo(3);
    }
}
