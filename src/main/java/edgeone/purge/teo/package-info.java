/**
 * The EdgeOne API client. The engine uses {@link edgeone.purge.teo.TeoClient}; {@link
 * edgeone.purge.teo.HttpTeoClient} speaks HTTP; {@code tc3} signs. Calls block and may be made from
 * any thread but the JavaFX thread. Nothing here retries a CreatePurgeTask.
 */
@NullMarked
package edgeone.purge.teo;

import org.jspecify.annotations.NullMarked;
