package dev.nexus.operator.external;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;

/** Turns a typed spec into a custom resource of another operator. */
public final class ExternalResource {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private ExternalResource() {}

  /** A resource with the given spec, a record of the fields we set. */
  public static GenericKubernetesResource of(
      String apiVersion, String kind, ObjectMeta metadata, Object spec) {
    return new GenericKubernetesResourceBuilder()
        .withApiVersion(apiVersion)
        .withKind(kind)
        .withMetadata(metadata)
        .addToAdditionalProperties("spec", JSON.convertValue(spec, MAP))
        .build();
  }
}
