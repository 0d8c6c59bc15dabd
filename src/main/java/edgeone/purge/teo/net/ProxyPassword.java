package edgeone.purge.teo.net;

import edgeone.purge.teo.error.ProxyPasswordException;

/** Where the password of a proxy comes from. */
@FunctionalInterface
public interface ProxyPassword {
    /**
     * The password; empty where none was ever entered. May block and make the system ask.
     *
     * @throws ProxyPasswordException it is kept somewhere and cannot be had
     */
    String get() throws ProxyPasswordException;
}
