package dev.colloquy.shared.adapter.rest.body;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;

/** Finds and calls the static {@code from(Fields)} of a request record, looked up once a class. */
final class Binder {

  private static final ClassValue<MethodHandle> FROM =
      new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
          try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                .findStatic(type, "from", MethodType.methodType(type, Fields.class));
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no static from(Fields)", e);
          }
        }
      };

  private Binder() {}

  static <T> Function<Fields, T> of(Class<T> type) {
    MethodHandle from = FROM.get(type);
    return fields -> type.cast(call(from, fields));
  }

  private static Object call(MethodHandle from, Fields fields) {
    try {
      return from.invoke(fields);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("from(Fields) throws no checked exception", e);
    }
  }
}
