package monitoring.manifests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.RecordComponentVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/**
 * What a class file says of a properties record: its prefix, its components, their
 * defaults. It is read, not loaded, because the libraries that its constructor calls are
 * not on this class path.
 */
final class PropertiesRecord extends ClassVisitor {

    private final List<Component> components = new ArrayList<>();

    private final Map<Integer, List<String>> defaults = new HashMap<>();

    private @Nullable String prefix;

    private boolean isRecord;

    private PropertiesRecord() {
        super(SpringAsmInfo.ASM_VERSION);
    }

    static PropertiesRecord read(Path classFile) {
        try {
            PropertiesRecord read = new PropertiesRecord();
            new ClassReader(Files.readAllBytes(classFile)).accept(read, ClassReader.SKIP_CODE);
            return read;
        }
        catch (IOException ex) {
            throw new IllegalStateException(classFile + " cannot be read", ex);
        }
    }

    boolean isRecord() {
        return this.isRecord;
    }

    /** Of {@code @ConfigurationProperties}; null without it. */
    @Nullable String prefix() {
        return this.prefix;
    }

    /**
     * With their defaults: none where there is no annotation, empty where it has no
     * value.
     */
    List<Component> components() {
        List<Component> all = new ArrayList<>();
        for (int i = 0; i < this.components.size(); i++) {
            Component component = this.components.get(i);
            all.add(new Component(component.name(), component.type(), this.defaults.get(i)));
        }
        return all;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.isRecord = "java/lang/Record".equals(superName);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        if (!descriptor.endsWith("/ConfigurationProperties;")) {
            return null;
        }
        return new AnnotationVisitor(SpringAsmInfo.ASM_VERSION) {
            @Override
            public void visit(String name, Object value) {
                if ("value".equals(name) || "prefix".equals(name)) {
                    PropertiesRecord.this.prefix = String.valueOf(value);
                }
            }
        };
    }

    @Override
    public @Nullable RecordComponentVisitor visitRecordComponent(String name, String descriptor, String signature) {
        this.components.add(new Component(name, Type.getType(descriptor), null));
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
            String[] exceptions) {
        Type[] types = this.components.stream().map(Component::type).toArray(Type[]::new);
        if (!"<init>".equals(name) || !descriptor.equals(Type.getMethodDescriptor(Type.VOID_TYPE, types))) {
            return null;
        }
        return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {
            @Override
            public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String annotation,
                    boolean visible) {
                return annotation.endsWith("/DefaultValue;") ? defaultOf(parameter) : null;
            }
        };
    }

    private AnnotationVisitor defaultOf(int parameter) {
        List<String> values = this.defaults.computeIfAbsent(parameter, (index) -> new ArrayList<>());
        return new AnnotationVisitor(SpringAsmInfo.ASM_VERSION) {
            @Override
            public void visit(String name, Object value) {
                values.add(String.valueOf(value));
            }

            @Override
            public AnnotationVisitor visitArray(String name) {
                return this;
            }
        };
    }

    /** A component, and what its {@code @DefaultValue} says. */
    record Component(String name, Type type, @Nullable List<String> defaults) {
    }

}
