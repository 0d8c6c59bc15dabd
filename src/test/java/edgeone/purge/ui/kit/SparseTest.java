package edgeone.purge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

final class SparseTest {
    private final Region first = new Region();
    private final Region second = new Region();
    private final Region third = new Region();

    @Test
    void whatIsHiddenIsTakenOutAndComesBackToItsPlace() {
        first.setVisible(false);
        Pane pane = Sparse.sparse(new VBox(first, second, third));
        assertThat(pane.getChildren()).containsExactly(second, third);
        second.setVisible(false);
        third.setVisible(false);
        assertThat(pane.getChildren()).isEmpty();
        third.setVisible(true);
        first.setVisible(true);
        second.setVisible(true);
        assertThat(pane.getChildren()).containsExactly(first, second, third);
    }

    @Test
    void whatStaysIsNeverTakenOutInBetween() {
        Pane pane = Sparse.sparse(new VBox(first, second));
        second.parentProperty().subscribe((_, now) -> assertThat(now).isSameAs(pane));
        first.setVisible(false);
        first.setVisible(true);
        assertThat(pane.getChildren()).containsExactly(first, second);
    }
}
