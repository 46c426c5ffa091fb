package io.baro.bench.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Loads our own classes anew, with a count at every method and every branch of the core: what a command costs in steps of the
 * program, the same on every machine. Codecs and libraries are not counted. One thread.
 */
final class CountingLoader extends ClassLoader {
    private static final String[] OWN = {"io.baro."};
    private static final String[] COUNTED = {
        "io.baro.engine.routing.", "io.baro.engine.callcenter.", "io.baro.engine.line."
    };
    private static final ClassDesc WORK = ClassDesc.of(Work.class.getName());
    private static final MethodTypeDesc STEP = MethodTypeDesc.of(ConstantDescs.CD_void);

    private final ClassFile classes;

    CountingLoader() {
        super(CountingLoader.class.getClassLoader());
        classes = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(getParent())));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && startsWith(name, OWN) && !name.equals(Work.class.getName())) {
                byte[] code = read(name);
                byte[] counted = startsWith(name, COUNTED) ? counted(code) : code;
                loaded =
                        defineClass(name, counted, 0, counted.length, getClass().getProtectionDomain());
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    private byte[] counted(byte[] code) {
        return classes.transformClass(
                classes.parse(code), ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Counting::new)));
    }

    private byte[] read(String name) throws ClassNotFoundException {
        try (InputStream code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return code.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(String name, String[] prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** One method's code with its counts. */
    private static final class Counting implements CodeTransform {

        @Override
        public void atStart(CodeBuilder builder) {
            builder.invokestatic(WORK, "step", STEP);
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            switch (element) {
                case BranchInstruction branch -> count(builder, branch);
                case TableSwitchInstruction branch -> count(builder, branch);
                case LookupSwitchInstruction branch -> count(builder, branch);
                default -> builder.with(element);
            }
        }

        private static void count(CodeBuilder builder, CodeElement branch) {
            builder.invokestatic(WORK, "step", STEP).with(branch);
        }
    }
}
