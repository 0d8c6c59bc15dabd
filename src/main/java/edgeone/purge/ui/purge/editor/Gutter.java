package edgeone.purge.ui.purge.editor;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineNumberDecorator;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Function;

/** The column left of the lines: line numbers and, once known, a sign for what happened. */
final class Gutter {
    private final CodeArea area;
    private final EditedLines lines;
    private Function<LineFate, String> words = fate -> "";
    private @Nullable LineFates fates;

    Gutter(CodeArea area, EditedLines lines) {
        this.area = area;
        this.lines = lines;
        draw();
    }

    /**
     * Shows other signs.
     *
     * @param next null for line numbers only
     * @param said puts a fate into words
     */
    void show(@Nullable LineFates next, Function<LineFate, String> said) {
        if (!Objects.equals(next, fates)) {
            fates = next;
            words = said;
            draw();
        }
    }

    /** Shows the signs of lines that were edited. */
    void refresh() {
        if (fates != null) {
            draw();
        }
    }

    /** The area only redraws its gutter when given a new one. */
    private void draw() {
        area.setLeftDecorator(
                fates == null ? new LineNumberDecorator() : new FateGutter(this::fate, words));
    }

    /** What happened to a line, numbered from 0; null if unknown. */
    @Nullable LineFate fate(int index) {
        LineFates known = fates;
        LineContent content = lines.content();
        return known == null || index >= content.size() ? null : known.fate(content.getText(index));
    }
}
