package io.quarkiverse.flamingock.spi;

/**
 * Takes out of error texts what only the application knows to be secret, as numbers of customers or a token of its own shape. A
 * CDI bean of this type is asked for each text of an error, before that is recorded, logged or thrown; of several beans, each
 * is
 * given what the one before has left. The extension's own rules come first: a redactor adds to them and can't take any back.
 * <p>
 * It may be called from several threads. An exception that it throws, or null as an answer, costs the text, not the error: what
 * is recorded then says that the text was withheld, and why.
 */
@FunctionalInterface
public interface Redactor {

    /**
     * @param text the whole message of one error, never null; it is cut afterwards
     * @return the text to show in its place, not null
     */
    String redact(String text);
}
