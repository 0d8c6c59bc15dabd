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
                            "07-confirm.png",
                            "08-countdown.png",
                            "09-quota.png",
                            "10-fit.png",
                            "11-dark.png",
                            "12-chinese.png",
                            "13-account.png",
                            "14-settings.png",
                            "15-account-dark-chinese.png",
                            "16-settings-dark-chinese.png",
                            "17-doctor.png",
                            "18-fold.png",
                            "19-recipe.png",
                            "20-split.png",
                            "21-split-dark-chinese.png",
                            "22-zones-dark-chinese.png",
                            "23-find.png",
                            "24-go-to-line.png",
                            "25-palette.png",
                            "26-shortcuts.png",
                            "27-palette-dark-chinese.png",
                            "28-shortcuts-dark-chinese.png",
                            "29-row-menu.png",
                            "30-statistics.png",
                            "31-statistics-dark-chinese.png",
                            "32-statistics-table.png");
        }
        List<JobSummary> jobs = live.history().jobs(JobFilter.ALL, 1_000);
        assertThat(jobs).hasSize(1);
        assertThat(jobs.getFirst().state()).isEqualTo(JobState.PARTLY_FAILED);
        assertThat(jobs.getFirst().targets().total()).isEqualTo(1_237);
        assertThat(jobs.getFirst().targets().rejected()).isEqualTo(3);
    }
}
