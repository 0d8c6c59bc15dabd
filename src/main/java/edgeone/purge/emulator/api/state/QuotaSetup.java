package edgeone.purge.emulator.api.state;

/**
 * What a zone may purge of one type.
 *
 * @param type wire name
 * @param batch targets per request
 * @param daily targets per day
 */
public record QuotaSetup(String type, long batch, long daily) {}
