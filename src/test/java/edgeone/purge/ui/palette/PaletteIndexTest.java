package edgeone.purge.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.ui.palette.PaletteEntry.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What a query finds, and in which order. */
final class PaletteIndexTest {
    private final PaletteIndex index =
            new PaletteIndex(
                    List.of(
                            entry(Kind.JOB, "12 URLs", "shop.example · failed", "7f3a"),
                            entry(Kind.ZONE, "shop.example", "overseas · zone-1", ""),
                            entry(Kind.ZONE, "my-shop.example", "zone-2", ""),
                            entry(Kind.ZONE, "workshop.example", "zone-3", ""),
                            entry(Kind.ACTION, "Choose a zone", "", "choose-zone"),
                            entry(Kind.SCREEN, "清除", "", "purge"),
                            entry(Kind.ZONE, "ＳＨＯＰ", "zone-4", "")));

    private static PaletteEntry entry(Kind kind, String title, String detail, String also) {
        return new PaletteEntry(kind, title, detail, also, "", () -> {});
    }

    private List<String> titles(String query) {
        return index.find(query).stream().map(PaletteEntry::title).toList();
    }

    @Test
    void theBetterATitleFitsTheEarlierItComes() {
        assertThat(titles("shop"))
                .containsExactly(
                        "ＳＨＯＰ", "shop.example", "my-shop.example", "workshop.example", "12 URLs");
    }

    @Test
    void everyWordMustBeSomewhere() {
        assertThat(titles("example zone-3")).containsExactly("workshop.example");
        assertThat(titles("failed shop")).containsExactly("12 URLs");
        assertThat(titles("shop nothing")).isEmpty();
    }

    @Test
    void caseAndWidthAndBlanksDoNotCount() {
        assertThat(titles("  SHOP.Example ")).startsWith("shop.example");
        assertThat(titles("ｓｈｏｐ")).startsWith("ＳＨＯＰ");
    }

    @Test
    void anEntryIsFoundByWordsItDoesNotShow() {
        assertThat(titles("purge")).containsExactly("清除");
        assertThat(titles("清")).containsExactly("清除");
        assertThat(titles("7f3a")).containsExactly("12 URLs");
    }

    @Test
    void nothingTypedListsEverythingByKind() {
        assertThat(titles(" "))
                .hasSize(index.size())
                .startsWith("Choose a zone", "清除", "shop.example")
                .endsWith("12 URLs");
    }
}
