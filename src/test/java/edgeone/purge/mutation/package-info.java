/**
 * Mutation testing: the code is changed in small ways by PIT, and the unit tests of that code must
 * notice. {@link edgeone.purge.mutation.Mutations} is the main class, started by the Maven profile
 * {@code mutation}, not by the tests. Changes that make no difference are listed with the reason in
 * {@code accepted.json}.
 */
@NullMarked
package edgeone.purge.mutation;

import org.jspecify.annotations.NullMarked;
