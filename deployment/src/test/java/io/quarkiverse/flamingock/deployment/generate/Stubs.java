package io.quarkiverse.flamingock.deployment.generate;

import jakarta.enterprise.invoke.Invoker;

import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Gizmo;

/** Stands for the invokers that ArC would generate. */
final class Stubs {

    private Stubs() {
    }

    static byte[] invoker(String name) {
        byte[][] written = new byte[1][];
        Gizmo.create((resource, bytes) -> written[0] = bytes).class_(name, cc -> {
            cc.implements_(Invoker.class);
            cc.defaultConstructor();
            cc.method("invoke", mc -> {
                mc.public_();
                mc.returning(Object.class);
                mc.parameter("instance", Object.class);
                mc.parameter("arguments", Object[].class);
                mc.body(bc -> bc.return_(Const.ofNull(Object.class)));
            });
        });
        return written[0];
    }
}
