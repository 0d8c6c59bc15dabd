package edgeone.purge.ui.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the tour pastes: addresses of the demo's first zone, with the mistakes people make. */
final class SampleTargets {
    /** Lines EdgeOne will reject because of the port. */
    static final int REJECTED = 3;

    private SampleTargets() {}

    /** More lines than the demo's quota takes after {@link #lines}. */
    static List<String> many() {
        return IntStream.rangeClosed(1, 9_000)
                .mapToObj(i -> "https://static.example.com/catalogue/" + i + ".webp")
                .toList();
    }

    static List<String> lines() {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "https://www.example.com/",
                                "https://www.example.com/assets/app.8f31c2.js",
                                "https://cdn.other-shop.com/logo.svg",
                                "https://www.example.com/assets/app.8f31c2.css",
                                "https://www.example.com/img/夏 季.jpg",
                                "https://www.example.com/",
                                "www.example.com/p/1025",
                                "https://www.example.com/p/1026?color=red",
                                "HTTPS://IMG.Example.com/hero.webp"));
        for (int i = 0; i < REJECTED; i++) {
            lines.add("https://www.example.com:8443/live/" + (i + 1) + ".m3u8");
        }
        for (int i = 1; i <= 1_228; i++) {
            lines.add("https://static.example.com/products/" + (1_000 + i) + "/photo.webp");
        }
        lines.add("https://static.example.com/products/1001/photo.webp");
        return lines;
    }
}
