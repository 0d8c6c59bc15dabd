package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealPreferences;
import edgeone.purge.messages.Language;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
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

import java.io.IOException;
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

    private LiveConsole live;
    private LiveAccounts accounts;
    private RealPreferences preferences;
    private ConsoleWindow console;

    @Start
    void start(Stage stage) throws IOException {
        live = LiveConsole.of(home);
        accounts = new LiveAccounts(home, userHome, live);
        preferences = new RealPreferences(settingsHome);
        console =
                ConsoleWindow.open(
                        live.parts(
                                        new WindowSettings(
                                                Theme.LIGHT, Language.ENGLISH, "", 1_180, 760))
                                .withAccounts(accounts.access())
                                .withPreferences(preferences.access()),
                        stage);
    }

    @AfterEach
    void close() {
        preferences.close();
        accounts.close();
        live.close();
    }

    @Test
    void takesEveryPictureAndTheJournalHasTheJob() throws Exception {
        Path folder = Path.of("target", "tour");
        CompletableFuture<Optional<Exception>> ended = new CompletableFuture<>();
        Tour.take(
                console.window(), folder, trouble -> ended.complete(Optional.ofNullable(trouble)));
        assertThat(ended.get(180, TimeUnit.SECONDS)).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .contains(
                            "01-zones.png",
                            "02-purge.png",
                            "03-running.png",
                            "04-result.png",
                            "05-history.png",
                            "06-requests.png",
                            "07-sync.png",
                            "08-confirm.png",
                            "09-countdown.png",
                            "10-quota.png",
                            "11-fit.png",
                            "12-dark.png",
                            "13-chinese.png",
                            "14-account.png",
                            "15-settings.png",
                            "16-account-dark-chinese.png",
                            "17-settings-dark-chinese.png",
                            "18-doctor.png",
                            "19-fold.png",
                            "20-recipe.png",
                            "21-split.png",
                            "22-split-dark-chinese.png",
                            "23-zones-dark-chinese.png",
                            "24-find.png",
                            "25-go-to-line.png",
                            "26-palette.png",
                            "27-shortcuts.png",
                            "28-palette-dark-chinese.png",
                            "29-shortcuts-dark-chinese.png",
                            "30-row-menu.png",
                            "31-export.png",
                            "32-statistics.png",
                            "33-statistics-dark-chinese.png",
                            "34-statistics-table.png",
                            "35-verify.png",
                            "36-verdicts.png",
                            "37-verdicts-dark-chinese.png");
        }
        List<JobSummary> jobs = live.history().jobs(JobFilter.ALL, 1_000);
        assertThat(jobs).hasSize(2);
        assertThat(jobs.getLast().state()).isEqualTo(JobState.PARTLY_FAILED);
        assertThat(jobs.getLast().targets().total()).isEqualTo(1_237);
        assertThat(jobs.getLast().targets().rejected()).isEqualTo(3);
    }
}
