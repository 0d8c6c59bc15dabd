package edgeone.purge.mutation;

/**
 * One small change of the code, named so that it stays the same when lines or packages move.
 *
 * @param type the class, without its package; nested classes after a {@code $}
 * @param method where it is; a lambda counts as the method around it
 * @param mutator what was changed, as PIT calls it
 * @param line the text of the source line, stripped
 * @param nth which of those with all of the above in common, from 1
 */
record Mutant(String type, String method, String mutator, String line, int nth) {
    @Override
    public String toString() {
        return "%s.%s: %s (%d) in: %s".formatted(type, method, mutator, nth, line);
    }
}
