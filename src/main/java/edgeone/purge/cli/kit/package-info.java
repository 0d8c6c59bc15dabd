/**
 * What commands share: options, output as text and JSON, exit codes, errors. It knows no command.
 */
@NullMarked
package edgeone.purge.cli.kit;

import org.jspecify.annotations.NullMarked;
