package io.quarkiverse.flamingock.dev;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;

@TargetSystem("bucket")
@Change(id = "upload", author = "storage-team")
public class _3__Upload {

    @Apply
    void apply() {
        throw new IllegalStateException("bucket is read-only");
    }
}
