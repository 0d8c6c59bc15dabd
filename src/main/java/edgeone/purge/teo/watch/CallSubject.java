package edgeone.purge.teo.watch;

/**
 * What a call is made for. The client only hands it on.
 *
 * @param jobId the program's own ID of the job
 * @param batch from 1; 0 if it is for the whole job
 * @param attempt how often this was tried, with this one; from 1
 */
public record CallSubject(String jobId, int batch, int attempt) {}
