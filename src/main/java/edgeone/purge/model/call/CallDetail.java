package edgeone.purge.model.call;

/** One API call with its bodies. */
public record CallDetail(Call call, CallText request, CallText reply) {}
