/**
 * The EdgeOne API client. {@link edgeone.purge.teo.TeoClient} is what the engine sees, {@link
 * edgeone.purge.teo.HttpTeoClient} speaks HTTP; {@code tc3} signs. Calls block and may be made from
 * any thread but the JavaFX one. Nothing here retries a CreatePurgeTask by itself.
 */
@NullMarked
package edgeone.purge.teo;

import org.jspecify.annotations.NullMarked;
