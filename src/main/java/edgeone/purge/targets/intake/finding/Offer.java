package edgeone.purge.targets.intake.finding;

/** Addresses that are found and not taken by themselves. */
public enum Offer {
    /** {@code image:loc} of a sitemap. */
    IMAGES,
    /** {@code xhtml:link} of a sitemap. */
    ALTERNATES,
    /** Requests of a log or a HAR file that are no GET or HEAD answered with 2xx or 3xx. */
    OTHER_REQUESTS;

    /** The text that offers them; {@code {0}} is how many. */
    public String messageKey() {
        return "targets.offer." + name();
    }
}
