package edgeone.purge.ui.purge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.purge.PurgeViewModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

final class ReviewTest {

    @Test
    void problemsOfOneKindAreOneGroup(@TempDir Path home) throws IOException {
        try (LiveConsole live = LiveConsole.of(home)) {
            PurgeViewModel model = new Desk(live).signIn().purge;
            model.form()
                    .setLines(
                            List.of(
                                    "https://cdn.other.test/1",
                                    "https://cdn.other.test/2",
                                    "https://else.other.test/3",
                                    "nonsense"));
            assertThat(model.planning().reviewProperty().get().groups())
                    .extracting(g -> g.problems().size())
                    .containsExactly(2, 1, 1);
        }
    }
}
