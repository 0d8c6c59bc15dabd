package edgeone.purge.teo.net;

import edgeone.purge.teo.error.ProxyPasswordException;

/** Where the password of a proxy comes from. */
@FunctionalInterface
public interface ProxyPassword {
    /**
     * Returns the password; empty if none was ever entered. May block while the system prompts.
     *
     * @throws ProxyPasswordException it is stored but cannot be read
     */
    String get() throws ProxyPasswordException;
}
