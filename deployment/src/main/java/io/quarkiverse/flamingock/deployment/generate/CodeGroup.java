package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;
import java.util.List;

/**
 * Changes of one package whose code is called by one generated class.
 *
 * @param type the generated class, in the package of the changes
 * @param application whether the class belongs to the application, and not to a library
 * @param codes the code of the changes; their positions are what the class is made with
 */
record CodeGroup(ClassDesc type, boolean application, List<CompiledCode> codes) {
}
