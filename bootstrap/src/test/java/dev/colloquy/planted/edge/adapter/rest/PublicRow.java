package dev.colloquy.planted.edge.adapter.rest;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** A row that everybody may see. */
@MappedSuperclass
public class PublicRow {

  @Id long id;
}
