package dev.colloquy.planted.edge.adapter.rest;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Id;

/** A row that everybody may see. */
@MappedSuperclass
public class PublicRow {

  @Id long id;
}
