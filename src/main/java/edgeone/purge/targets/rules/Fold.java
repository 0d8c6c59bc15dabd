package edgeone.purge.targets.rules;

/**
 * A directory that could be purged in place of URLs in it.
 *
 * @param directory as it would be sent; never a whole host
 * @param urls how many of the chosen URLs it covers, at least 2
 * @param alsoInList how many other URLs of the list it would hit
 * @param alsoPurged how many URLs it would hit that are not in the list but were purged before
 */
public record Fold(String directory, int urls, int alsoInList, int alsoPurged) {}
