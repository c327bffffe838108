package io.quarkiverse.flamingock.test.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.jboss.jandex.Index;
import org.jboss.jandex.IndexWriter;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;

/** Names the package, and makes the index that the build of the library would have made. */
public final class LibraryMarker {

    private LibraryMarker() {
    }

    public static Asset index() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new IndexWriter(bytes).write(Index.of(_1__LibraryChange.class, LibraryBean.class));
            return new ByteArrayAsset(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
