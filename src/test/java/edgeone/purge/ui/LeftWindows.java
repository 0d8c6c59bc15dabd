package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;

/**
 * Fails a class that leaves a window open, which would take the keys of the next class in the same
 * JVM. JUnit finds it by its service file.
 */
public final class LeftWindows implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (!context.getRequiredTestClass().getSimpleName().endsWith("FxTest")) {
            return;
        }
        List<String> left =
                WaitForAsyncUtils.waitForAsyncFx(
                        20_000,
                        () -> {
                            List<Window> open = List.copyOf(Window.getWindows());
                            open.forEach(Window::hide);
                            return open.stream().map(LeftWindows::name).toList();
                        });
        assertThat(left).as("windows left open").isEmpty();
    }

    private static String name(Window window) {
        return window instanceof Stage stage ? stage.getTitle() : window.toString();
    }
}
