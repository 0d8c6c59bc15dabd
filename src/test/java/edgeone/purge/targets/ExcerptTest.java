package edgeone.purge.targets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExcerptTest {
    @Test
    void whatIsLongerThan200CharactersIsCut() {
        String fits = "x".repeat(200);
        assertThat(Excerpt.of("")).isEmpty();
        assertThat(Excerpt.of(fits)).isEqualTo(fits);
        assertThat(Excerpt.of(fits + "y")).isEqualTo(fits + "…");
    }

    @Test
    void noCharacterIsHalved() {
        String before = "x".repeat(198);
        assertThat(Excerpt.of(before + "😀y")).isEqualTo(before + "😀…");
        assertThat(Excerpt.of("x" + before + "😀")).isEqualTo("x" + before + "…");
    }
}
